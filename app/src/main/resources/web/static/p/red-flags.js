// The fixed list that every patient sees, whatever she answered. It is part of the product and not of a
// protocol, and it is here so that it can be read without a network. RedFlagWords says the same to the
// emergency card; a test holds the two together.
export const EMERGENCY_SIGNS = [
  'You cannot see well, see double, have new eye pain, or an eyelid droops.',
  'One side of your face droops, an arm or leg is weak, your speech is mixed up, or a terrible headache came at once.',
  'Your tongue or throat swells, or it is hard to breathe or swallow.',
  'You faint, feel confused, or are too unwell to stand.',
  'A rash or hives spread over your body on the first day.',
];

export const URGENT_SIGNS = [
  'A patch on your lip, nose, chin, cheek or inside your mouth is pale, grey, dusky or blotchy, like a net.',
  'Strong pain, or pain that gets worse and not better.',
  'One part feels colder than the other side, or its colour comes back slowly after you press it.',
  'Blisters, scabs or black skin.',
  'Swelling that grows quickly, or bleeding that does not stop after 10 minutes of firm pressing.',
  'Redness that spreads, or a fever with a hot, sore or weeping lip.',
];

export const DOCTOR_WORDS = 'Lip filler. Pale, grey, dusky or net-like skin, growing pain or slow refill can mean a blocked vessel, also days later. Sudden loss of vision or weakness on one side after filler can mean a blocked vessel of the eye or brain.';
