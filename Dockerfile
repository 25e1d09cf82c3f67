# Afterglow in a container: built from the wheel, run as nobody in particular, with all that is kept in /data.
#
#     docker build -t afterglow .
#     docker run --rm -it afterglow demo
#     docker run -d --name afterglow -v afterglow:/data -e AFTERGLOW_TELEGRAM__TOKEN=... afterglow

FROM python:3.13-slim AS build
WORKDIR /build
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY plugins plugins
COPY locales locales
RUN python -m venv /app && /app/bin/pip install --no-cache-dir '.[postgres]'

FROM python:3.13-slim
# The trust store is what the libraries for the web look into.
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --create-home afterglow \
    && install -d -o afterglow -g afterglow /data
COPY --from=build /app /app
ENV PATH=/app/bin:$PATH PYTHONUNBUFFERED=1 AFTERGLOW_DATA_FOLDER=/data AFTERGLOW_LOG__FORMAT=json
USER afterglow
WORKDIR /data
VOLUME /data
STOPSIGNAL SIGTERM
ENTRYPOINT ["afterglow"]
CMD ["run"]
