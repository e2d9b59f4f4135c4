/** Where a text can be carried by hand: each opens with the text in place, or the person's page. */
export interface HandLinks {
	mailto: string;
	whatsapp: string;
	sms: string;
	/** The person's LinkedIn profile, where it is known. */
	linkedin: string;
}

/**
 * Links that open a text where people talk to each other. WhatsApp and SMS go to `phone` (E.164)
 * when it is known, else let one choose.
 */
export function handLinks(message: {
	subject: string;
	text: string;
	email?: string;
	phone?: string;
	profile?: string;
}): HandLinks {
	const { email = '', phone = '', profile = '' } = message;
	const [subject, text] = [message.subject, message.text].map(encodeURIComponent);
	const digits = phone.replace(/\D/g, '');
	return {
		mailto: `mailto:${encodeURIComponent(email).replace('%40', '@')}?subject=${subject}&body=${text}`,
		whatsapp: `https://wa.me/${digits}?text=${text}`,
		sms: `sms:${phone.replace(/[^\d+]/g, '')}?&body=${text}`,
		linkedin: profile.startsWith('https://') ? profile : ''
	};
}
