/**
 * A button that can be held, with mouse, finger or key: six seconds of it are a long press, less is a short one. While it
 * is held it carries the class `down`.
 */
const LONG_MILLISECONDS = 6000;

/**
 * @param {Element} button
 * @param {{press: () => void, hold: () => void}} then
 * @returns {{down: () => void, up: () => void}} for a press that comes by another way, such as a key of the page
 */
export function longPress(button, { press, hold }) {
  let timer = 0;
  let isPressed = false;

  function down() {
    if (isPressed) return;
    isPressed = true;
    button.classList.add('down');
    timer = setTimeout(() => end(hold), LONG_MILLISECONDS);
  }

  /** @param {() => void} [then] what the press was, if it was one */
  function end(then) {
    if (!isPressed) return;
    isPressed = false;
    clearTimeout(timer);
    button.classList.remove('down');
    then?.();
  }

  const up = () => end(press);
  const isKey = ({ key }) => key === ' ' || key === 'Enter';

  button.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    // A finger that slips a little still holds the button.
    button.setPointerCapture?.(event.pointerId);
    down();
  });
  // Let go beside the button, it was not meant.
  button.addEventListener('pointerup', ({ clientX, clientY }) =>
    end(button.contains(document.elementFromPoint(clientX, clientY)) ? press : undefined));
  for (const name of ['pointercancel', 'blur']) button.addEventListener(name, () => end());
  button.addEventListener('contextmenu', (event) => event.preventDefault());
  button.addEventListener('keydown', (event) => {
    if (!isKey(event)) return;
    event.preventDefault();
    if (!event.repeat) down();
  });
  button.addEventListener('keyup', (event) => {
    if (!isKey(event)) return;
    event.preventDefault();
    up();
  });
  // A click without pointer or key is one of an assistive technology.
  button.addEventListener('click', ({ detail }) => {
    if (detail === 0 && !isPressed) press();
  });
  return { down, up };
}
