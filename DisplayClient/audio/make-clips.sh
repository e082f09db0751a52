#!/bin/sh
# Makes the clips of wwwroot/audio with Debian's espeak-ng, sox and ffmpeg. An office may record its own under the same names: see docs/display.md.
set -eu

out=$(cd "$(dirname "$0")/../wwwroot/audio" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# encode <wav> <name>: mono Opus, which joins without the padding that MP3 adds at either end.
encode() {
  mkdir -p "$(dirname "$out/$2")"
  ffmpeg -v error -y -i "$1" -map_metadata -1 -fflags +bitexact -ac 1 -c:a libopus -b:a 28k -application audio "$out/$2.ogg"
}

# say <language> <name> <seconds of silence after it> <text>
say() {
  espeak-ng -v "$1" -s "$speed" -p "$pitch" -w "$work/raw.wav" "$4"
  sox -D "$work/raw.wav" -r 48000 "$work/trimmed.wav" silence 1 0.01 0.5% reverse silence 1 0.01 0.5% reverse
  sox -D "$work/trimmed.wav" "$work/said.wav" fade q 0.005 -0 0.02 norm -3 pad 0 "$3"
  encode "$work/said.wav" "$1/$2"
}

# Two falling tones, each dying away.
sox -D -n -r 48000 "$work/ding.wav" synth 0.9 sine 784 sine 1568 remix 1v0.8,2v0.2 fade l 0.005 0.9 0.85
sox -D -n -r 48000 "$work/dong.wav" synth 1.3 sine 622.25 sine 1244.5 remix 1v0.8,2v0.2 fade l 0.005 1.3 1.25
sox -D -m "$work/ding.wav" "|sox -D $work/dong.wav -p pad 0.45" "$work/chime.wav" norm -4 pad 0 0.1
encode "$work/chime.wav" chime

speed=140 pitch=50
n=1
for syllable in 일 이 삼 사 오 육 칠 팔 구; do
  say ko $n 0 "$syllable"
  n=$((n + 1))
done
say ko 10 0 십
say ko 100 0 백
say ko 1000 0 천
say ko number 0.25 "번 고객님,"
say ko counter 0.4 "번 창구로 오십시오."
say ko counter-shown 0.4 "화면에 보이는 창구로 오십시오."

speed=150 pitch=50
n=1
for word in one two three four five six seven eight nine ten eleven twelve \
    thirteen fourteen fifteen sixteen seventeen eighteen nineteen; do
  say en $n 0.04 "$word"
  n=$((n + 1))
done
n=20
for word in twenty thirty forty fifty sixty seventy eighty ninety; do
  say en $n 0.04 "$word"
  n=$((n + 10))
done
say en 100 0.04 hundred
say en 1000 0.04 thousand
say en number 0.05 "Number"
say en counter 0.05 "please go to counter"
say en counter-shown 0.4 "please go to the counter shown on the screen."
