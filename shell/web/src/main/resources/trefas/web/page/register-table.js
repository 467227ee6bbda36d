/** All registers of the meter, read while the table is open. */
const REFRESH_MILLISECONDS = 2000;

function reading({ value, scaler, unit }) {
  const kilo = value * 10 ** (scaler - 3);
  return `${kilo.toFixed(Math.max(0, 3 - scaler))} k${unit}`;
}

class RegisterTable extends HTMLElement {
  connectedCallback() {
    this.innerHTML = `<details><summary>Registers</summary><div class="scroll" role="region" aria-label="Registers"
      tabindex="0"><table><thead><tr><th scope="col">OBIS</th><th scope="col">Register</th><th scope="col">Reading</th>
      </tr></thead><tbody></tbody></table></div></details>`;
    this.details = this.querySelector('details');
    this.details.addEventListener('toggle', () => this.refresh());
  }

  set source(meter) {
    this.meter = meter;
    this.refresh();
  }

  async refresh() {
    clearTimeout(this.timer);
    if (!this.details.open || !this.meter) return;
    try {
      const { registers } = await this.meter.registers();
      const body = this.querySelector('tbody');
      body.replaceChildren(...registers.map((register) => {
        const row = document.createElement('tr');
        for (const text of [register.obis, register.title, reading(register)]) row.insertCell().textContent = text;
        return row;
      }));
    } catch {
      // The page says that the meter is away; the table keeps its last readings.
    }
    this.timer = setTimeout(() => this.refresh(), REFRESH_MILLISECONDS);
  }
}
customElements.define('register-table', RegisterTable);
