"""A query as people type it, to the tasks that it asks for.

query -> understand -> Understood      constraints as chips, the words that are left
    folded      letters without marks, each with its place in the query
    boolean     "exact phrase", -word, AND, OR, NOT
    periods     days, months, quarters; due, met or either
    naming      units, documents, projects, people and places that the graph knows
chips -> tasks_meeting                 the tasks that satisfy each        constraints
words -> SearchIndex.answer            ranked, cut, with a band of doubt
hits -> facets, groups                 what there is to narrow by, one work at a time
-> SearchAnswer                                                           answering
"""
