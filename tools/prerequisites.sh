# For ./run and ./test: what must be on the machine. Sourced, not run.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

require_sdk() {
  if ! (cd "$root" && dotnet --version) >/dev/null 2>&1; then
    echo "QueueHub needs the .NET SDK 10, which was not found: https://dotnet.microsoft.com/download/dotnet/10.0" >&2
    return 1
  fi
}

# The packages of the given names that are missing, by what they bring: a program built from source is as good.
missing_packages() {
  local package
  for package in "$@"; do
    case $package in
      redis-server) command -v redis-server ;;
      postgresql) command -v initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' ;;
      chromium) command -v chromium ;;
      nodejs) command -v node ;;
      npm) command -v npm ;;
      redis-tools) command -v redis-benchmark ;;
      pngquant) command -v pngquant ;;
      fonts-noto-cjk) compgen -G '/usr/share/fonts/*/noto/NotoSansCJK*' ;;
    esac >/dev/null 2>&1 || echo "$package"
  done
}

# Debian starts a Redis and a PostgreSQL of its own when they are installed. They do no harm: QueueHub's are on Unix sockets only.
require_packages() {
  local missing as_root=()
  missing=$(missing_packages "$@" | tr '\n' ' ')
  if [ -z "$missing" ]; then
    return
  fi
  if ! command -v apt-get >/dev/null || { [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; }; then
    echo "Missing on this machine: ${missing% }. Install what your system calls them, then start again." >&2
    return 1
  fi
  if [ "$(id -u)" -ne 0 ]; then
    as_root=(sudo)
  fi
  echo "Installing: $missing" >&2
  # shellcheck disable=SC2086 # one word a package
  if ! { "${as_root[@]}" apt-get -qq update \
      && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install $missing; } >&2 </dev/null; then
    echo "These packages could not be installed: ${missing% }. Install them by hand, then start again." >&2
    return 1
  fi
}
