/** Speaks the MMM-API over HTTP and WebSocket: requests, answers, retries with the same key. */
@NullMarked
package org.mmm.client;

import org.jspecify.annotations.NullMarked;
