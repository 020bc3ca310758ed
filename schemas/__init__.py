"""The data contract: what an article is, and what a record of it says.

``schemas.article`` is what goes in, ``schemas.record`` what comes out; ``schemas.vocabularies``
holds the closed lists of slugs. Import from the modules; this package imports nothing of ours.
"""
