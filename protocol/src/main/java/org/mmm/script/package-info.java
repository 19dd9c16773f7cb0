/**
 * MMM-Script: the sentences of the standard as a small language. Text becomes a {@link
 * org.mmm.script.Script} by {@link org.mmm.script.ScriptParser}, and text again by {@link
 * org.mmm.script.ScriptPrinter}; {@link org.mmm.script.ScriptChecker} finds what syntax alone does
 * not. Performing a Script is the client's work.
 */
@NullMarked
package org.mmm.script;

import org.jspecify.annotations.NullMarked;
