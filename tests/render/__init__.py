"""Notices made up, with what a perfect reading of each gives.

vocabulary, contents   offices, places, people; what officers are told to do
documents, deadlines   documents and how they are cited; when work is due
plan                   a random notice, before it has a form
sentences, sheet       orders in words, and where they are written down
layouts, tables        a plan -> blocks, in one of the forms that offices use
printing               blocks -> the text of a file
notices                all of it: a random notice as a file, with its reading
corpus                 ``python -m tests.render.corpus N FOLDER``: many, with gold files
"""
