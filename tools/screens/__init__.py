"""`make screens`: pictures of every screen in every phase, in both languages, for documents and guide.

`room.py` starts the real server and holds the people in it, `camera.py` opens screens and takes pictures,
`story.py` plays a workshop and says which picture is taken when. The words are the rehearsal's.
"""
