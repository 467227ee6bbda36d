/**
 * What the display says, in words. The visible line follows every change; the spoken one tells a new item at once, but
 * counting digits at most once in ten seconds.
 */
const COUNTING_MILLISECONDS = 10_000;
const NOTE_MILLISECONDS = 6_000;

class TextTwin extends HTMLElement {
  connectedCallback() {
    this.visible = document.createElement('span');
    this.visible.className = 'says';
    this.visible.setAttribute('aria-hidden', 'true');
    this.spoken = document.createElement('span');
    this.spoken.className = 'sr';
    this.spoken.setAttribute('role', 'status');
    this.append(this.visible, this.spoken);
    this.item = '';
    this.spokenAt = -Infinity;
  }

  say(words) {
    this.sentence = words.sentence;
    if (!this.noting) this.visible.textContent = words.sentence;
    const item = words.identification + words.sentence.replace(/[\d.:−-]+/g, '');
    const now = performance.now();
    if (item !== this.item || now - this.spokenAt >= COUNTING_MILLISECONDS) {
      this.spoken.textContent = words.sentence;
      this.spokenAt = now;
      this.item = item;
    }
  }

  /** Something to know about the meter that its glass can't say. */
  note(text) {
    this.visible.textContent = text;
    this.spoken.textContent = text;
    clearTimeout(this.noting);
    this.noting = setTimeout(() => {
      this.noting = 0;
      this.visible.textContent = this.sentence;
    }, NOTE_MILLISECONDS);
  }
}
customElements.define('text-twin', TextTwin);
