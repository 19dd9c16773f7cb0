/** Humans at the web Device, in a real browser. */
@org.jspecify.annotations.NullMarked
package org.mmm.browser;
