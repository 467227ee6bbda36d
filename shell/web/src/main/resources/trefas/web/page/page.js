/** Wires the page: one stream in, a few commands out. It shows what the meter says and decides nothing. */
import { longPress } from './long-press.js';
import { MeterApi } from './meter-api.js';
import './meter-face.js';
import './meter-controls.js';
import './module-card.js';
import './register-table.js';
import './text-twin.js';

const RETRY_MILLISECONDS = 1000;
const $ = (selector) => document.querySelector(selector);
const face = $('meter-face');
const twin = $('text-twin');
const controls = $('#driving meter-controls');
const module = $('module-card');
const table = $('register-table');

const grouped = (serial) => serial.replace(/^(\d\d)(\d{3})(\d{3})$/, '$1 $2 $3');
const signed = (number, decimals) =>
  (number < 0 && Number(number.toFixed(decimals)) !== 0 ? '−' : '') + Math.abs(number).toFixed(decimals);

function showAway(isAway) {
  document.body.classList.toggle('is-away', isAway);
  $('#away').hidden = !isAway;
}

function showSummary(summary) {
  document.title = `Meter ${grouped(summary.serial)} – trefas`;
  $('#title').textContent = `Meter ${grouped(summary.serial)}`;
  $('#demo').hidden = !summary.demo;
  $('#driven').textContent = summary.drivenBy;
  face.plate = summary;
}

function showLive(live) {
  const [, date, time, zone] = /^(\S{10})T(\S{8})(.*)$/.exec(live.t);
  $('#clock').dateTime = live.t;
  $('#clock').textContent = `${date} ${time}`;
  $('#zone').textContent = zone === 'Z' ? 'UTC' : `UTC${zone.replace('-', '−')}`;
  $('#speed').textContent = live.speed;
  $('#speed').classList.toggle('fast', live.speed !== '×1');
  power('Import', live.importWatts, 'in');
  power('Export', live.exportWatts, 'out');
  ['u', 'i', 'p', 'q'].forEach((name, column) =>
    live[name].forEach((value, phase) => {
      cells[phase][column].textContent = signed(value, [1, 2, 0, 0][column]);
    }));
  face.live = live;
}

function power(title, watts, way) {
  const box = powerBoxes[way];
  box.querySelector('dd').textContent = `${(watts / 1000).toFixed(3)} kW`;
  box.classList.toggle('flows', watts > 0);
}

function makeBox(title, way) {
  const box = document.createElement('div');
  box.className = way;
  const term = document.createElement('dt');
  term.textContent = title;
  box.append(term, document.createElement('dd'));
  $('#power').append(box);
  return box;
}
const powerBoxes = { in: makeBox('From the grid', 'in'), out: makeBox('To the grid', 'out') };

const cells = ['L1', 'L2', 'L3'].map((phase) => {
  const row = $('#phases').insertRow();
  const head = document.createElement('th');
  head.scope = 'row';
  const wire = document.createElement('span');
  wire.className = `wire ${phase.toLowerCase()}`;
  head.append(wire, phase);
  row.append(head);
  return [0, 1, 2, 3].map(() => row.insertCell());
});

let meter;

/** Presses the meter's own button; the stream then shows what came of it. */
function press(button, isLong) {
  meter?.press(button, isLong).catch((error) => twin.note(error.message));
}

/** Turns the slot of the right button; the stream then shows how it stands, here and on every other page. */
function turn(isUpright) {
  meter?.turnRight(isUpright ? 'vertical' : 'turned').catch((error) => twin.note(error.message));
}

function showSlot({ slot }) {
  const isUnsealed = slot === 'vertical';
  $('#slot').setAttribute('aria-pressed', String(isUnsealed));
  face.unsealed = isUnsealed;
}

face.addEventListener('press', ({ detail }) => press(detail));
face.addEventListener('hold', ({ detail }) => press(detail, true));
for (const [button, short, long] of [['left', '#press', '#hold-left'], ['right', '#press-right', '#hold-right']]) {
  longPress($(short), { press: () => press(button), hold: () => press(button, true) });
  $(long).addEventListener('click', () => press(button, true));
}
$('#slot').addEventListener('click', ({ target }) => turn(target.getAttribute('aria-pressed') !== 'true'));

/** Keys that are the meter's buttons wherever the page has the focus. */
const KEYS = { ' ': 'left', b: 'right', B: 'right' };
addEventListener('keydown', (event) => {
  const button = KEYS[event.key];
  const isForPage = event.target === document.body || event.target === document.documentElement;
  if (!button || !isForPage || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  if (!event.repeat) face.buttons[button].down();
});
addEventListener('keyup', ({ key }) => face.buttons[KEYS[key]]?.up());
controls.addEventListener('move', ({ detail }) =>
  meter?.set(detail).then((grid) => controls.show(grid), (error) => controls.refuse(error.message)));

module.addEventListener('move', ({ detail }) =>
  meter?.setModule(detail).then((state) => module.show(state), (error) => module.refuse(error.message)));

/** Starts, and starts again when the server has been replaced by one with another meter. */
async function start() {
  try {
    meter = await MeterApi.first();
    showSummary(await meter.summary());
  } catch {
    showAway(true);
    setTimeout(start, RETRY_MILLISECONDS);
    return;
  }
  showAway(false);
  face.removeAttribute('aria-busy');
  table.source = meter;
  const stream = meter.listen(
    {
      live: showLive,
      display: (frame) => {
        face.frame = frame;
        twin.say(frame.words);
      },
      grid: (grid) => {
        $('#driven').textContent = grid.drivenBy;
        $('#driving').hidden = grid.controls.length === 0;
        controls.show(grid);
      },
      module: (state) => {
        face.module = state;
        module.show(state);
      },
      'right-button': showSlot,
    },
    (isConnected) => {
      if (!isConnected) {
        stream.close();
        showAway(true);
        setTimeout(start, RETRY_MILLISECONDS);
      }
    },
  );
}
start();
