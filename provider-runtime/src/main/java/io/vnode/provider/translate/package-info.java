/**
 * Says a pod in the words of ECI, and a container group in the words of Kubernetes.
 *
 * <p>Everything here is pure: it sees its arguments and nothing else. Start at {@link PodTranslator} for the way out and at
 * {@link StatusTranslator} for the way back; {@link PodFeatures} lists what ECI cannot do. What a pod refers to is read
 * beforehand by the {@code pod} room and comes in as {@link PodInputs}.
 */
@NullMarked
package io.vnode.provider.translate;

import org.jspecify.annotations.NullMarked;
