@NullMarked
package org.mmm.local;

import org.jspecify.annotations.NullMarked;
