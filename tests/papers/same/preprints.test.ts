import { describe, expect, it } from 'vitest';
import { haveRivals } from '../../../papers/claims';
import { isPreprint } from '../../../papers/same/preprints';

const servers = [
  '10.1101/2020.07.11.198606',
  '10.21203/rs.3.rs-1234/v1',
  '10.26434/chemrxiv-2024-abcde',
  '10.31234/osf.io/ab3cd',
  '10.31222/osf.io/ab3cd',
  '10.35542/osf.io/ab3cd',
  '10.32942/x2ab3c',
  '10.2139/ssrn.4566789',
  '10.20944/preprints202301.0001.v1',
  '10.36227/techrxiv.1234',
  '10.1002/essoar.10501234.1',
  '10.33774/apsa-2024-abcde',
  '10.1590/scielopreprints.123',
  '10.2196/preprints.12345',
  '10.7287/peerj.preprints.3100v1',
  '10.5194/egusphere-2023-123',
  '10.5194/acp-2020-123',
];
const journals = [
  '10.1101/gr.123456.120',
  '10.1002/andp.19263851302',
  '10.1590/s0034-12342020',
  '10.2196/12345',
  '10.7717/peerj.4375',
  '10.5194/acp-14-4349-2014',
  '10.1038/s41586-021-03819-2',
];

describe('a DOI', () => {
  it.each(servers)('%s is a preprint’s, and no rival of the published copy’s', (doi) => {
    expect(isPreprint(`doi:${doi}`)).toBe(true);
    expect(haveRivals([`doi:${doi}`], ['doi:10.1000/fold.1'])).toBe(false);
  });

  it.each(journals)('%s is a published copy’s', (doi) => {
    expect(isPreprint(`doi:${doi}`)).toBe(false);
    expect(haveRivals([`doi:${doi}`], ['doi:10.1000/fold.1'])).toBe(true);
  });
});
