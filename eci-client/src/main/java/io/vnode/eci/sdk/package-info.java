/**
 * ECI over HTTPS: the only room that knows the vendor's SDK.
 *
 * <p>The SDK fills the request. Signing is ours ({@link SignedForm}), because the SDK's signer drags in 7 MB and a quarter of a
 * call's processor time; sending ({@link JdkTransport}), because the SDK's
 * transport is one per process and cannot end an answer that trickles; so is reading ({@link io.vnode.eci.json.Fields}), because the SDK's JSON reader damages
 * escapes and never ends on a text that is cut off. Start at {@link SdkEciClient},
 * and at {@link EciCalls} for what happens to every call: its turn ({@link CallGate}), its attempts, its meaning ({@link ErrorMeaning}).
 */
@NullMarked
package io.vnode.eci.sdk;

import org.jspecify.annotations.NullMarked;
