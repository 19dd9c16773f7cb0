/**
 * Intent and answer: the two ends of every Process Action. The subject writes down what it asks,
 * repeats it until it is answered, and keeps the answer under the idempotency key; the performer
 * writes down what it answered together with what it did, and answers a repetition the same.
 */
@NullMarked
package org.mmm.intent;

import org.jspecify.annotations.NullMarked;
