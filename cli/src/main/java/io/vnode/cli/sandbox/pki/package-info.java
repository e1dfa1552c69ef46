/**
 * The certificates and keys of one sandbox, made afresh for each.
 *
 * <p>Start at {@link CertificateAuthority}. Nothing here knows which certificates a control plane needs.
 */
@NullMarked
package io.vnode.cli.sandbox.pki;

import org.jspecify.annotations.NullMarked;
