package org.vigil.sample;

/**
 * What an event did in synthetic London, over the whole response as far as it lies in the period.
 *
 * @param response the response
 * @param expectedWithout incidents expected of that community as the first one named, without the event
 * @param expectedExcess incidents expected beyond those
 * @param drawnExcess incidents that happened beyond those
 */
record ResponseTruth(EventResponse response, double expectedWithout, double expectedExcess, int drawnExcess) {

    /** Both parts of one response together. */
    ResponseTruth plus(ResponseTruth other) {
        return new ResponseTruth(
                response,
                expectedWithout + other.expectedWithout,
                expectedExcess + other.expectedExcess,
                drawnExcess + other.drawnExcess);
    }
}
