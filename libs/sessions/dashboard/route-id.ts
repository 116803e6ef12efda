import { inject } from '@angular/core';
import { ActivatedRoute } from '@angular/router';

/** An id in the address of the page. To be called where `inject()` works. */
export function routeId(name: 'familyId' | 'sessionId'): string {
  return inject(ActivatedRoute).snapshot.paramMap.get(name) ?? '';
}
