/**
 * The files of {@code templates/}, read into typed objects and made to fit one installation.
 *
 * <p>Start at {@link io.vnode.cli.manifest.AddonManifests}. Nothing here talks to a cluster.
 */
@NullMarked
package io.vnode.cli.manifest;

import org.jspecify.annotations.NullMarked;
