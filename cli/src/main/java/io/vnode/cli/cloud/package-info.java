/**
 * The cloud, as seen from the command line: where the access key comes from, and which container groups belong to an
 * installation, with the answer "cannot tell" where it is the truth.
 *
 * <p>Start at {@link io.vnode.cli.cloud.Cloud}.
 */
@NullMarked
package io.vnode.cli.cloud;

import org.jspecify.annotations.NullMarked;
