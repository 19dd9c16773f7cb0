package org.mmm.action;

/**
 * A complement that an Action takes.
 *
 * @param preposition the word before it
 * @param required whether the sentence is faulty without it
 */
public record Slot(Preposition preposition, boolean required) {}
