import { HttpClient } from '@angular/common/http';
import { Injectable, inject, signal } from '@angular/core';

/** What anyone may know before signing in. */
export interface ClinicBannerInfo {
  readonly demo: boolean;
}

/** Whether this is the demo clinic, before anyone signs in; which clinic it is, nobody learns there. Without an answer the screen simply says less. */
@Injectable({ providedIn: 'root' })
export class ClinicBanner {
  private readonly answer = signal<ClinicBannerInfo | null>(null);
  readonly info = this.answer.asReadonly();

  constructor() {
    inject(HttpClient)
      .get<ClinicBannerInfo>('/api/v1/banner')
      .subscribe({ next: (info) => this.answer.set(info), error: () => undefined });
  }
}
