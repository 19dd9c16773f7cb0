/** The Registration Service: a human becomes an Account with Users, Devices and Personae. */
@NullMarked
package org.mmm.registration;

import org.jspecify.annotations.NullMarked;
