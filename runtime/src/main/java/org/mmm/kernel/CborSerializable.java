package org.mmm.kernel;

/**
 * Marks what is written as CBOR, to the journal or to another node: events, states, messages,
 * answers.
 */
public interface CborSerializable {}
