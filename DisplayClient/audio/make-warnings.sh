#!/bin/sh
# Makes the clips of wwwroot/audio/warnings with Debian's espeak-ng and vorbis-tools. An office may record its own under the same names: see docs/display.md.
# warnings.tsv: kind, language, sentence; for Chinese and Japanese, whose characters espeak-ng cannot read, also how they sound. Each clip carries its
# sentence as a comment, and a test holds file and clips against WarningTexts.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
out="$here/../wwwroot/audio/warnings"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

tab=$(printf '\t')
while IFS=$tab read -r kind language sentence reading; do
  case $language in
    zh) voice=cmn-latn-pinyin ;;
    *) voice=$language ;;
  esac
  mkdir -p "$out/$language"
  espeak-ng -v "$voice" -a 80 -s 140 -w "$work/said.wav" "${reading:-$sentence}"
  # A serial number of our own instead of a random one: the same sentence makes the same file.
  oggenc -Q --serial 1 -q -1 --resample 24000 -c "description=$sentence" -o "$out/$language/$kind.ogg" "$work/said.wav"
done <"$here/warnings.tsv"
