"""What each article says. The only folder that imports spaCy, besides the language model itself.

Nothing is imported here: a build whose articles are all in the cache never loads spaCy.
"""
