# Sourced by ./build and ./vermilion: finds the JDK 25 and Maven.

# Prints the home of the first JDK 25 found; JAVA_HOME comes first.
find_jdk() {
  local home on_path
  on_path=$(command -v javac 2>/dev/null || true)
  if [ -n "$on_path" ]; then
    on_path=$(dirname "$(dirname "$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")")")
  fi
  for home in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/java/* /opt/jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -x "$home/bin/javac" ] && grep -q '^JAVA_VERSION="25[".]' "$home/release" 2>/dev/null; then
      printf '%s\n' "$home"
      return 0
    fi
  done
  return 1
}

# Sets JAVA_HOME and PATH to a JDK 25, or says what is missing and ends.
need_jdk() {
  local home
  if ! home=$(find_jdk); then
    cat >&2 <<'MISSING'
Vermilion needs a JDK 25, and there is none in JAVA_HOME, on the PATH or in /usr/lib/jvm.
Install one (Debian and Ubuntu: openjdk-25-jdk where offered, else temurin-25-jdk from adoptium.net),
or point JAVA_HOME at one.
MISSING
    exit 2
  fi
  export JAVA_HOME=$home PATH="$home/bin:$PATH"
}

# need_debian PROGRAM PACKAGE PURPOSE: installs the package where that is possible (Debian, as
# root), else names what is missing.
need_debian() {
  command -v "$1" >/dev/null 2>&1 && return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "$1 is missing ($3); installing the Debian package $2" >&2
    apt-get install -y -q $2 >/dev/null 2>&1 ||
      { apt-get update -q >/dev/null 2>&1 && apt-get install -y -q $2 >/dev/null 2>&1; } || true
    hash -r
    command -v "$1" >/dev/null 2>&1 && return 0
  fi
  echo "$1 is missing: $3. Debian and Ubuntu: apt-get install $2" >&2
  return 1
}

# Sets up Maven on that JDK, or ends. Maven 3's own libraries use calls that JDK 25 warns about.
need_maven() {
  need_jdk
  need_debian mvn maven "Maven builds Vermilion" || exit 2
  export MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS:-}"
}
