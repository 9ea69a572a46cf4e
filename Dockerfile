# The dashboard on port 8501 of a container, for a reverse proxy in front of it: docs/serving.md.
#
#   docker build -t dateline . && docker run --rm -p 127.0.0.1:8501:8501 dateline
FROM python:3.11-slim

ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1

WORKDIR /app
# First what changes rarely, so that a change of the code does not install it anew.
COPY requirements.txt constraints.txt ./
RUN pip install --requirement requirements.txt --constraint constraints.txt

COPY . .
# The tables are built here, so that a container starts with them and needs to write nothing.
RUN python -m dateline build && useradd --system --no-create-home dateline
USER dateline

EXPOSE 8501
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8501/ready')"]
# Names that browsers may ask for come from the environment: -e DATELINE_HOSTS=dateline.example.org
CMD ["python", "-m", "dateline", "serve", "--address", "0.0.0.0"]
