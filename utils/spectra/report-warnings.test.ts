import { describe, expect, it } from 'vitest';
import { hasRun } from './report-warnings.ts';

describe('an analysis', () => {
  it.each([
    'The URL could not be opened, the analysis did not run',
    'The URL http://a.test/b.c?d=e could not be opened.',
    'Target (a.test) could not be reached within 30 s',
    'target couldn’t be reached',
    'The target is not reachable',
    'Target URL is unreachable',
    'The target host was offline',
    'Could not resolve host',
    'Website was offline',
    'The web page cannot be loaded with error 404',
    'URL was not analyzed',
    'The target has not been analysed',
    'The submitted file was not executed',
    'Sample did not start',
    'The sample could not be executed',
    'the analysis did not run',
    'Analysis was not started',
    'Dynamic analysis could not be executed',
    'Analysis of the URL failed to start',
    'ERROR: analysis never started',
    'Nothing was found because the analysis did not run',
    'Analysis failed',
    'The analysis has failed: timeout',
    'Failed to start analysis',
    'Failed to start the dynamic analysis',
    'Unable to open the URL',
    'Unable to reach target http://a.test/',
    'Could not open the page since the host is down',
    'The sandbox could not execute the sample.',
    'Browser failed to start',
    'failed to launch browser',
    'The browser process was not started',
    'Connection to the URL timed out',
    'Navigation to the target has failed',
    'No process behavior to analyse as no analysis process or sample was found',
  ])('did not run: %s', (warning) => {
    expect(hasRun(['Excluded something', warning])).toBe(false);
  });

  it.each([
    'Not all processes where analyzed, report is missing behavior information',
    'Exclude process from analysis (whitelisted): a.exe, browser.exe',
    'Excluded IPs from analysis (whitelisted): 192.0.2.1',
    'Excluded domains from analysis (whitelisted): url.test, target.test',
    'Max analysis timeout: 200s exceeded, the analysis took too long',
    'Report creation exceeded maximum time and may have missing disassembly code information.',
    'Report size getting too big, too many NtCreateFile calls found.',
    'Process 1234 was not analyzed',
    'The target process was not analyzed',
    'Some dropped files could not be opened',
    'Dropped sample was not analyzed',
    'An embedded URL could not be opened',
    'URLs could not be opened',
    'Static analysis was not started',
    'Network analysis failed',
    'Network analysis was not started',
    'Failed to run static analysis',
    'Failed to start analysis of dropped files',
    'Analysis failed to extract strings',
    'The analysis did not run long enough',
    'The analysis did not run to completion',
    'The URL was not analyzed further',
    'The sample did not run all its code',
    'Failed to load the page icon',
    'Failed to open sample memory dump',
    'Browser extension could not be loaded',
    'Screenshots of the browser could not be stored',
    'Timeout while the page was being loaded',
    'The URL was opened and the analysis did run',
    'Some processes were not looked into, their behavior is missing',
    '',
  ])('ran: %s', (warning) => {
    expect(hasRun([warning])).toBe(true);
  });

  it('ran where nothing warns', () => {
    expect(hasRun([])).toBe(true);
  });
});
