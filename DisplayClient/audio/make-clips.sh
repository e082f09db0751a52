#!/bin/sh
# Makes the clips of wwwroot/audio with Debian's espeak-ng, sox and opus-tools. An office may record its own under the same names: see docs/lobby.md.
# voices.tsv: language, name, seconds of silence after it, words; for Chinese and Japanese, whose characters espeak-ng cannot read, also how they sound.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
out="$here/../wwwroot/audio"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# encode <wav> <name> <words>: mono Opus, which joins without the padding that MP3 adds at either end. A serial number of our own instead of a random one: the
# same words make the same file.
encode() {
  mkdir -p "$(dirname "$out/$2")"
  opusenc --quiet --serial 1 --padding 0 --downmix-mono --bitrate 28 --comment "description=$3" "$1" "$out/$2.ogg"
}

# Two falling tones, each dying away.
sox -D -n -r 48000 "$work/ding.wav" synth 0.9 sine 784 sine 1568 remix 1v0.8,2v0.2 fade l 0.005 0.9 0.85
sox -D -n -r 48000 "$work/dong.wav" synth 1.3 sine 622.25 sine 1244.5 remix 1v0.8,2v0.2 fade l 0.005 1.3 1.25
sox -D -m "$work/ding.wav" "|sox -D $work/dong.wav -p pad 0.45" -b 16 "$work/chime.wav" norm -4 pad 0 0.1
encode "$work/chime.wav" chime chime

tab=$(printf '\t')
while IFS=$tab read -r language name silence words reading; do
  speed=140
  case $language in
    zh) voice=cmn-latn-pinyin ;;
    letters | en) voice=en speed=150 ;;
    *) voice=$language ;;
  esac
  espeak-ng -v "$voice" -s "$speed" -p 50 -w "$work/raw.wav" "${reading:-$words}"
  sox -D -v 0.9 "$work/raw.wav" -r 48000 "$work/trimmed.wav" silence 1 0.01 0.5% reverse silence 1 0.01 0.5% reverse
  sox -D "$work/trimmed.wav" -b 16 "$work/said.wav" fade q 0.005 -0 0.02 norm -3 pad 0 "$silence"
  encode "$work/said.wav" "$language/$name" "$words"
done <"$here/voices.tsv"
