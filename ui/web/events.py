"""How the page's own HTML speaks to its handlers."""

AT_ONCE = 8
"""Calls of one handler that run together: a search leaves the interpreter free most of the time."""

LISTEN = """
element.addEventListener('click', (event) => {
  const follow = event.target.closest('[data-follow]');
  if (follow) { trigger('follow_name', {what: follow.dataset.follow}); return; }
  const search = event.target.closest('[data-search]');
  if (search && !event.ctrlKey && !event.metaKey) {
    event.preventDefault(); trigger('search_at', {link: search.dataset.search}); return;
  }
  const whole = event.target.closest('[data-whole]');
  if (whole) {
    window.chidao.chose(whole); trigger('open_whole', {notice: whole.dataset.whole}); return;
  }
  const answer = event.target.closest('[data-verdict]');
  if (answer) {
    trigger('answer', {verdict: answer.dataset.verdict, what: answer.dataset.what}); return;
  }
  const undo = event.target.closest('[data-undo]');
  if (undo) { trigger('undo', {decision: undo.dataset.undo}); return; }
  const only = event.target.closest('[data-only]');
  if (only) { trigger('narrow', {only: only.dataset.only}); return; }
  const day = event.target.closest('[data-day]');
  if (day) { trigger('to_day', {day: day.dataset.day}); return; }
  if (event.target.closest('a, summary, form')) return;
  const task = event.target.closest('[data-task]');
  if (!task || String(window.getSelection()).trim()) return;
  window.chidao.chose(task);
  trigger('open_task', {task: task.dataset.task});
});
window.chidao.walker(element, trigger);
watch('value', () => window.chidao.rendered(element));
"""
"""What a list of tasks listens to: a name leads to the follow tab, a task to its sentence."""

READING = """
element.addEventListener('click', (event) => {
  if (event.target.closest('[data-close]')) window.chidao.close();
  const place = event.target.closest('[data-place]');
  if (place) window.chidao.toPlace(place, `[data-line="${place.dataset.place}"]`);
  if (event.target.closest('[data-back]')) window.chidao.toSentence();
});
watch('value', () => window.chidao.opened(element));
"""
"""What the panel with the notice listens to."""

ADDING = """
element.addEventListener('click', (event) => {
  const act = event.target.closest('[data-act]');
  if (act) {
    const looks = ['show', 'reject', 'restore', 'clear'].includes(act.dataset.act);
    trigger(looks ? 'look' : 'change_files', {act: act.dataset.act, file: act.dataset.file || ''});
    return;
  }
  const place = event.target.closest('[data-place]');
  if (place) window.chidao.toPlace(place, `[data-line="${place.dataset.place}"]`);
  const task = event.target.closest('[data-task-n]');
  if (task) window.chidao.toPlace(task, `[data-n="${task.dataset.taskN}"]`);
});
watch('value', () => window.chidao.settled(element));
"""
"""What the files on their way in listen to."""
