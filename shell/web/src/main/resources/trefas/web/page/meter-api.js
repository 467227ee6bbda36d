/** The meter behind this page: one summary, one stream, few commands. */
const METERS = 'api/v1/meters';

async function problemOf(answer) {
  try {
    return (await answer.json()).detail;
  } catch {
    return `The meter answered ${answer.status}.`;
  }
}

const json = (method, body) => ({
  method,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

async function ask(path, options) {
  const answer = await fetch(path, options);
  if (!answer.ok) throw new Error(await problemOf(answer));
  return answer.status === 204 ? null : answer.json();
}

export class MeterApi {
  /** @param {string} serial */
  constructor(serial) {
    this.serial = serial;
    this.path = `${METERS}/${serial}`;
  }

  /** The first meter of this server. */
  static async first() {
    const { meters } = await ask(METERS);
    return new MeterApi(meters[0].serial);
  }

  summary() {
    return ask(this.path);
  }

  registers() {
    return ask(`${this.path}/registers`);
  }

  /**
   * Presses a button, long or short.
   * @param {'left'|'right'} button
   */
  press(button, isLong = false) {
    return ask(`${this.path}/buttons/${button}`, isLong ? json('POST', { hold: '6s' }) : { method: 'POST' });
  }

  /** @param {'vertical'|'turned'} slot of the right button */
  turnRight(slot) {
    return ask(`${this.path}/buttons/right`, json('PUT', { slot }));
  }

  /** @param {Record<string, number|boolean|'auto'>} settings */
  set(settings) {
    return this.put('grid', settings);
  }

  /** @param {Record<string, boolean>} settings of the case and the inputs of the module */
  setModule(settings) {
    return this.put('module', settings);
  }

  put(what, settings) {
    return ask(`${this.path}/${what}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(settings),
    });
  }

  /**
   * Listens until the returned source is closed.
   * @param {Record<string, (data: any) => void>} handlers by event: live, display, grid, module, right-button
   * @param {(connected: boolean) => void} connection
   */
  listen(handlers, connection) {
    const topics = Object.keys(handlers).map((event) => `meter/${this.serial}/${event}`);
    const source = new EventSource(`api/v1/stream?topics=${topics.join(',')}`);
    source.onopen = () => connection(true);
    source.onerror = () => connection(false);
    for (const [event, handle] of Object.entries(handlers)) {
      source.addEventListener(event, (message) => handle(JSON.parse(message.data)));
    }
    return source;
  }
}
