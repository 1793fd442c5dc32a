import { queryExpectations, queryFaults as said } from '@hooktap/query';
import { area } from '../message.ts';

/** What is wrong with a query, and what could stand there, by code. */
export const queryFaults = area('query-faults', {
  fault: said,
  expectation: queryExpectations,
});
