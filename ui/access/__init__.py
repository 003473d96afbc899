"""Who may do what: users and their roles, sessions, limits, and the journals of what was done.

Nothing here knows HTTP; ``ui.web.signin`` and ``ui.web.api`` ask it.
"""
