package org.mmm.kernel;

/**
 * The key of an Account was erased, and every node is to know.
 *
 * @param account whose
 * @param node that erased it and has seen to its own part
 */
record Erased(String account, String node) implements CborSerializable {}
