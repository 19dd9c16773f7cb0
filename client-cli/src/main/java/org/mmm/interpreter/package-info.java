/**
 * Performs MMM-Script: names become IDs, sentences become requests of the MMM-API, answers become
 * bindings and results. What is decided here without asking a node is pure and tested without one.
 */
@NullMarked
package org.mmm.interpreter;

import org.jspecify.annotations.NullMarked;
