# Two stages: the SDK builds, the smaller runtime runs.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY Directory.Build.props Directory.Packages.props BannedSymbols.txt global.json .editorconfig ./
COPY src/Bot/Bot.csproj src/Bot/packages.lock.json src/Bot/
RUN dotnet restore src/Bot --locked-mode
COPY src src
# Compiled ahead of time: a restart answers in a third of a second. The compiler it takes is in no lock file of ours.
RUN dotnet publish src/Bot --configuration Release --use-current-runtime --self-contained false \
    -p:PublishReadyToRun=true -p:NuGetLockFilePath=/tmp/packages.lock.json --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# For the health check.
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
COPY --from=build /app /app
# The user that the image brings. What it must write is /data alone.
RUN mkdir /data && chown "$APP_UID" /data
USER $APP_UID
WORKDIR /data
VOLUME /data
ENV Database__ConnectionString="Data Source=/data/sitrep.db" Urls="http://127.0.0.1:5080"
# The built-in chat asks for no sign-in and therefore answers on loopback only: run with --network host, or reach it by
# an SSH tunnel. The health check runs inside.
EXPOSE 5080
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s CMD curl --fail --silent http://127.0.0.1:5080/healthz/ready || exit 1
ENTRYPOINT ["dotnet", "/app/Sitrep.dll"]
