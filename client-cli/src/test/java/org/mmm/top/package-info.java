@NullMarked
package org.mmm.top;

import org.jspecify.annotations.NullMarked;
