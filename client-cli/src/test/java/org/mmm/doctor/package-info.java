@NullMarked
package org.mmm.doctor;

import org.jspecify.annotations.NullMarked;
