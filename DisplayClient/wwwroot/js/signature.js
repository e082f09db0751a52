// A signature: lines of points on a field of 1000 by 300 (QueueHub.Contracts/Forms/Signature.cs), drawn as the finger moves.

const width = 1000;
const height = 300;
const nearest = 4;
const mostLines = 80;
const mostPoints = 1500;

/** @param page told by SetDrawn whether there is anything on the canvas. */
export function start(canvas, page) {
  const pen = canvas.getContext('2d');
  const lines = [];
  let line = null;
  let points = 0;

  const fitting = new ResizeObserver(draw);
  fitting.observe(canvas);
  canvas.addEventListener('pointerdown', begin);
  canvas.addEventListener('pointermove', go);
  canvas.addEventListener('pointerup', end);
  canvas.addEventListener('pointercancel', end);

  function begin(event) {
    if (line === null && lines.length < mostLines && points < mostPoints) {
      canvas.setPointerCapture(event.pointerId);
      line = place(event);
      points++;
    }
    event.preventDefault();
  }

  function go(event) {
    if (line === null) {
      return;
    }
    for (const moved of event.getCoalescedEvents?.() ?? [event]) {
      const [x, y] = place(moved);
      if (points < mostPoints && Math.hypot(x - line.at(-2), y - line.at(-1)) >= nearest) {
        line.push(x, y);
        points++;
      }
    }
    draw();
  }

  function end() {
    if (line === null) {
      return;
    }
    if (line.length === 2) {
      // A dot is a very short line.
      line.push(Math.min(width, line[0] + 1), line[1]);
    }
    lines.push(line);
    line = null;
    draw();
    page.invokeMethodAsync('SetDrawn', true);
  }

  function place(event) {
    const box = canvas.getBoundingClientRect();
    const within = (value, most) => Math.max(0, Math.min(most, Math.round(value)));
    return [within((event.clientX - box.left) / box.width * width, width), within((event.clientY - box.top) / box.height * height, height)];
  }

  function draw() {
    canvas.width = canvas.clientWidth * devicePixelRatio;
    canvas.height = canvas.clientHeight * devicePixelRatio;
    pen.scale(canvas.width / width, canvas.height / height);
    pen.strokeStyle = getComputedStyle(canvas).color;
    pen.lineWidth = 5;
    pen.lineCap = pen.lineJoin = 'round';
    for (const points of line === null ? lines : [...lines, line]) {
      pen.beginPath();
      pen.moveTo(points[0], points[1]);
      for (let i = 2; i < points.length; i += 2) {
        pen.lineTo(points[i], points[i + 1]);
      }
      pen.stroke();
    }
  }

  return {
    lines: () => lines,
    clear() {
      lines.length = points = 0;
      draw();
      page.invokeMethodAsync('SetDrawn', false);
    },
    stop: () => fitting.disconnect(),
  };
}
