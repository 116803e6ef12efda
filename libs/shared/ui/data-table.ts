import { Component, input } from '@angular/core';

/** A column: the word at its head, how to read a row's cell, and whether it holds numbers (set to the right, in tabular numerals). */
export interface TableColumn<Row> {
  readonly head: string;
  readonly cell: (row: Row) => string | number;
  readonly numbers?: boolean;
}

/** A table of numbers and words with a caption; the table twin of a picture. The first column heads its row. It scrolls sideways by itself. */
@Component({
  selector: 'kf-data-table',
  template: `
    <div class="scroll" tabindex="0" role="group" [attr.aria-label]="caption()">
      <table>
        <caption>
          {{
            caption()
          }}
        </caption>
        <thead>
          <tr>
            @for (column of columns(); track column.head) {
              <th scope="col" [class.numbers]="column.numbers">{{ column.head }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track $index) {
            <tr>
              @for (column of columns(); track column.head; let first = $first) {
                @if (first) {
                  <th scope="row">{{ column.cell(row) }}</th>
                } @else {
                  <td [class.numbers]="column.numbers">{{ column.cell(row) }}</td>
                }
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    .scroll {
      overflow-x: auto;
    }

    table {
      width: 100%;
    }

    caption {
      padding-bottom: var(--kf-space-2);
      color: var(--kf-ink-soft);
      font-size: var(--kf-text-s);
      text-align: start;
    }

    th,
    td {
      height: var(--kf-row);
      padding: 4px var(--kf-space-3);
      border-bottom: 1px solid var(--kf-line);
      font-weight: 400;
      text-align: start;
    }

    thead th {
      color: var(--kf-ink-soft);
      font-size: var(--kf-text-s);
      font-weight: 550;
    }

    tbody th {
      font-weight: 550;
    }

    .numbers {
      text-align: end;
    }
  `,
})
export class KfDataTable<Row> {
  readonly caption = input.required<string>();
  readonly columns = input.required<readonly TableColumn<Row>[]>();
  readonly rows = input.required<readonly Row[]>();
}
