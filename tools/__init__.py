"""What builds and provisions Obrus; nothing here runs in the server.

`bundle.py` browser assets · `strings.py` translations · `node.py` and `chromium.py` find or fetch what is
missing · `hatch_build.py` the build hook that packaging calls · `environment.sh` the virtual environment.
"""
