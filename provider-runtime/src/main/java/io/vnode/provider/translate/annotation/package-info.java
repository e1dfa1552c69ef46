/**
 * What the annotations of a pod say about its container group: read, checked, and put into the request.
 *
 * <p>{@link PodOptions} is what comes of reading them; a value that breaks its rule is an {@link InvalidAnnotationException},
 * never a silent default. {@link Candidates} makes the requests that a pod asks for one after another. Which annotations
 * there are, and their rules, says {@link io.vnode.addon.PodAnnotation}.
 */
@NullMarked
package io.vnode.provider.translate.annotation;

import org.jspecify.annotations.NullMarked;
