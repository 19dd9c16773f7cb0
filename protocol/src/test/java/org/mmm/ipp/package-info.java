@NullMarked
package org.mmm.ipp;

import org.jspecify.annotations.NullMarked;
