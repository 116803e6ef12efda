import { Component, computed, inject } from '@angular/core';
import { KfPageHeader } from '@kinfold/shared/ui';
import { SignedIn } from '@kinfold/shared/web';

const NOTHING_YET =
  'Your role has no page of its own in this version. If you expected one, ask the administrator of your clinic which role you hold.';

/** What the work of a role is, for roles whose pages are not there. */
const WORDS: Readonly<Record<string, string>> = {
  admin:
    'Your role looks after staff, roles and settings. Its pages are not in this version. Families are open to those who are assigned to them.',
  auditor:
    'Your role reads the audit log. The log is written already; its page is not in this version. Families are not open to your role.',
};

/** Where someone lands whose role has no page of its own yet. */
@Component({
  selector: 'app-start-page',
  imports: [KfPageHeader],
  template: `
    <div class="kf-page">
      <kf-page-header [heading]="'Good to see you, ' + signedIn.name()" [line]="signedIn.clinicName()" />
      <div class="kf-card">
        <p>{{ words() }}</p>
      </div>
    </div>
  `,
})
export class StartPage {
  protected readonly signedIn = inject(SignedIn);
  protected readonly words = computed(() => {
    const role = this.signedIn.roles().find((one) => one in WORDS);
    return (role && WORDS[role]) ?? NOTHING_YET;
  });
}
