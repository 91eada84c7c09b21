# Written where containers cannot be run; see docs/how-to/run-in-containers.md.
FROM python:3.11-slim-bookworm

WORKDIR /srv/rapporteur
COPY requirements.lock requirements-setup.lock ./
RUN pip install --no-cache-dir --require-hashes -r requirements-setup.lock -r requirements.lock
COPY . .
RUN pip install --no-cache-dir --no-deps --no-build-isolation --editable . \
    && python tools/translations.py compile \
    && useradd --system rapporteur && mkdir -p var && chown rapporteur var

USER rapporteur
VOLUME /srv/rapporteur/var
EXPOSE 8000
CMD ["sh", "-c", "rapporteur setup && exec rapporteur serve --host 0.0.0.0"]
