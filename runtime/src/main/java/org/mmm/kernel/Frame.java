package org.mmm.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Where a consulted entity sends its finding, and as what.
 *
 * @param to who goes on
 * @param question null: {@code to} is the performer and gets the Request back; else {@code to} is
 *     itself being consulted and gets this question back
 * @param args the arguments of that question
 */
public record Frame(Address to, @Nullable Question question, @Nullable Args args) {}
