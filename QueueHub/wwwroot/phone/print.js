// A page that is made for paper. With ?print=1 it asks for the printer as soon as its pictures are there.

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}

if (new URLSearchParams(location.search).get('print') === '1') {
  addEventListener('load', () => print());
}
