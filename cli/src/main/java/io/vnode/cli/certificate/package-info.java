/** The serving certificate of the admission webhook and its issuer: made, read back, and judged whether it still serves. */
@NullMarked
package io.vnode.cli.certificate;

import org.jspecify.annotations.NullMarked;
